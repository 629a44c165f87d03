"""What goes out: the body of a request."""

from pydantic import BaseModel, Field

from synthgen.llm.openai.wire import Ask, body, strict_schema
from synthgen.types import Message, PicturePart
from tests.chat_server import serving
from tests.llm.openai.asking import SECRET, Notebook, Word, answering, asking, client, request


def test_the_server_sees_the_messages_the_schema_the_limits_and_the_key() -> None:
    with serving(answering) as (url, seen):
        asking(url, extra={"seed": 7, "top_p": None})
    sent = seen.bodies[0]
    assert (sent["model"], sent["temperature"], sent["max_tokens"], sent["seed"]) == ("tiny", 0.7, 50, 7)
    assert sent["messages"] == [{"role": "system", "content": "write"}, {"role": "user", "content": "ask 0"}]
    asked = sent["response_format"]
    assert asked["type"] == "json_schema" and asked["json_schema"]["strict"] is True
    assert asked["json_schema"]["schema"]["required"] == ["word"]
    assert seen.keys == [f"Bearer {SECRET}"]
    assert not {"prompt_cache_key", "reasoning_effort", "top_p"} & set(sent)


def test_what_is_null_is_not_sent_and_no_key_makes_no_header() -> None:
    with serving(answering) as (url, seen):
        asking(url, temperature=None, limit_key="max_completion_tokens", api_key_env=None, reasoning_effort="low")
    sent = seen.bodies[0]
    assert "temperature" not in sent and "max_tokens" not in sent and sent["max_completion_tokens"] == 50
    assert sent["reasoning_effort"] == "low" and seen.keys == [""]


def test_requests_that_begin_alike_share_a_cache_key() -> None:
    with serving(answering) as (url, seen):
        asking(url, [request(i) for i in range(3)], cache_key=True)
    assert len({sent["prompt_cache_key"] for sent in seen.bodies}) == 1


def test_the_schema_holds_no_bounds_that_strict_servers_refuse_and_keeps_names_that_look_like_bounds() -> None:
    class Part(BaseModel):
        maximum: int = Field(ge=0)

    class Bounded(BaseModel):
        title: str = Field(max_length=5)
        pattern: list[int] = Field(min_length=1)
        perhaps: Part | None = Field(max_length=3)

    schema = strict_schema(Bounded)
    assert schema["properties"] == {
        "title": {"type": "string"},
        "pattern": {"type": "array", "items": {"type": "integer"}},
        "perhaps": {"anyOf": [{"$ref": "#/$defs/Part"}, {"type": "null"}]},
    }
    assert schema["$defs"]["Part"]["properties"] == {"maximum": {"type": "integer"}}
    for part in (schema, schema["$defs"]["Part"]):
        assert part["additionalProperties"] is False and part["required"] == list(part["properties"])


def test_pictures_go_out_as_data_urls_and_a_schema_in_words_stands_beside_them() -> None:
    parts = ("look", PicturePart(b"abc", "jpg"))
    ask = Ask("k", "id", "prompt", (Message("user", parts),), Word, 50)
    picture = {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,YWJj"}}
    [told] = body(ask, "json_schema", {}, "max_tokens", False)["messages"]
    assert told["content"] == [{"type": "text", "text": "look"}, picture]
    [told] = body(ask, "json_object", {}, "max_tokens", False)["messages"]
    assert told["content"][:2] == [{"type": "text", "text": "look"}, picture]
    assert '"required": ["word"]' in told["content"][2]["text"] and "JSON" in told["content"][2]["text"]


def test_what_does_not_change_the_data_does_not_change_the_keys_of_replies() -> None:
    desk = Notebook()
    with serving(answering) as (url, seen):
        asking(url, None, desk)
        asking(url, None, desk, concurrency=9, timeout=1.0, max_tokens=70, limit_key="other", cache_key=True)
        assert len(seen.bodies) == 1
        asking(url, None, desk, temperature=0.2)
    assert len(seen.bodies) == 2
    assert client("http://a/v1").identity() == client("http://b/v1", concurrency=9, timeout=1, retries=3).identity()
    assert client("http://a/v1").identity() != client("http://a/v1", extra={"seed": 1}).identity()
