"""What the licenses of models, and the terms of services, ask of the data that was made with them.

In our words, and no legal advice: each entry has the address of its text, which alone counts. A model that is not
listed here is not guessed at: it is told as unknown, with where to look.
"""

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from synthgen.interfaces import Model

FREE, USES, TRAINED, COMPETING, NON_COMMERCIAL, UNKNOWN = range(6)
"""How much is asked, from little to much: nothing; some uses are forbidden; conditions on models that are trained on
the data, or on large companies; some models may not be trained on it; no commerce; nobody knows."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A license, or the terms of a service."""

    id: str
    """As the hub names it, for licenses."""
    title: str
    strictness: int
    says: str
    """What it means for the data."""
    url: str = ""
    on_hub: bool = False
    """Whether `id` is one of the hub's own license names; others stand on a card as "other"."""


_HUB: Final = "https://huggingface.co/"
_ATTACHMENT = "claims no rights in pictures, but what its Attachment A forbids is forbidden with them, too"
_LLAMA = 'a model that is trained on the texts and passed on has a name that begins with "Llama"'
_LLAMA_OLD = "the texts may not improve language models other than Llama"
LICENSES: Mapping[str, Terms] = {
    one.id: one
    for one in (
        Terms(
            "apache-2.0",
            "Apache License 2.0",
            FREE,
            "asks nothing of what the model makes",
            "https://www.apache.org/licenses/LICENSE-2.0",
            True,
        ),
        Terms(
            "mit",
            "MIT License",
            FREE,
            "asks nothing of what the model makes",
            "https://opensource.org/license/mit",
            True,
        ),
        Terms(
            "creativeml-openrail-m",
            "CreativeML Open RAIL-M",
            USES,
            _ATTACHMENT,
            _HUB + "spaces/CompVis/stable-diffusion-license",
            True,
        ),
        Terms(
            "openrail++",
            "CreativeML Open RAIL++-M",
            USES,
            _ATTACHMENT,
            _HUB + "stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md",
            True,
        ),
        Terms(
            "stabilityai-ai-community",
            "Stability AI Community License",
            COMPETING,
            "the pictures may not make or improve a foundational generative model; companies of more than 1 million "
            "dollars a year need another license",
            "https://stability.ai/community-license-agreement",
        ),
        Terms(
            "sai-nc-community",
            "Stability AI Non-Commercial Research Community License",
            NON_COMMERCIAL,
            "research and other non-commercial use only; a model that is trained on the pictures is a derivative work",
            _HUB + "stabilityai/sdxl-turbo/blob/main/LICENSE.md",
        ),
        Terms(
            "flux-1-dev-non-commercial-license",
            "FLUX.1 [dev] Non-Commercial License",
            NON_COMMERCIAL,
            "the model may not be run for commerce, and the pictures may not train a model that competes with it",
            _HUB + "black-forest-labs/FLUX.1-dev/blob/main/LICENSE.md",
        ),
        Terms("llama2", "Llama 2 Community License", COMPETING, _LLAMA_OLD, "https://ai.meta.com/llama/license", True),
        Terms(
            "llama3",
            "Meta Llama 3 Community License",
            COMPETING,
            _LLAMA_OLD,
            "https://www.llama.com/llama3/license",
            True,
        ),
        *(
            Terms(
                f"llama{version}",
                f"Llama {version} Community License",
                TRAINED,
                _LLAMA,
                f"https://www.llama.com/llama{version.replace('.', '_')}/license",
                True,
            )
            for version in ("3.1", "3.2", "3.3", "4")
        ),
        Terms(
            "gemma",
            "Gemma Terms of Use",
            TRAINED,
            "a model that is trained on the texts to work like Gemma is a derivative of it, under the same terms",
            "https://ai.google.dev/gemma/terms",
            True,
        ),
        Terms(
            "qwen",
            "Qwen License",
            TRAINED,
            'a model that is trained on the texts and passed on says "Built with Qwen" or "Improved using Qwen"',
            _HUB + "Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE",
        ),
        Terms(
            "qwen-research",
            "Qwen Research License",
            NON_COMMERCIAL,
            "research and evaluation only, no commerce",
            _HUB + "Qwen/Qwen2.5-3B-Instruct/blob/main/LICENSE",
        ),
        Terms(
            "anthropic",
            "Anthropic's commercial terms",
            COMPETING,
            "the texts may not train models that compete with the service",
            "https://www.anthropic.com/legal/commercial-terms",
        ),
        Terms(
            "gemini",
            "Gemini API additional terms",
            COMPETING,
            "the texts may not train models that compete with the service",
            "https://ai.google.dev/gemini-api/terms",
        ),
        Terms(
            "openai",
            "OpenAI Services Agreement",
            COMPETING,
            "the texts are yours, but may not train models that compete with OpenAI",
            "https://openai.com/policies/services-agreement/",
        ),
    )
}

SERVICES: Mapping[str, Terms] = {
    "api.openai.com": LICENSES["openai"],
    "api.anthropic.com": LICENSES["anthropic"],
    "generativelanguage.googleapis.com": LICENSES["gemini"],
    "openrouter.ai": Terms(
        "openrouter",
        "OpenRouter's terms",
        USES,
        "the terms of the provider that answered hold beside the license of the model",
        "https://openrouter.ai/terms",
    ),
}
"""By host. On a server of one's own the license of its model alone holds."""
_OTHER_SERVICE = Terms(
    "unknown",
    "terms of the service, unknown",
    UNKNOWN,
    "look up what the service that answered says of its output; nothing, if the server is your own",
)
_OWN_HOST = re.compile(r"[^.]*|.*\.(local|localdomain|localhost|lan|internal|intranet|corp|home|arpa|test)")
BY_SERVICE = frozenset({"api.openai.com", "api.anthropic.com"})
"""Services whose terms are all there is: their models have no license of their own."""

_MODELS: tuple[tuple[str, str], ...] = (
    (
        r"stable-diffusion-v1-5/stable-diffusion-v1-5|compvis/stable-diffusion-v1-4",
        "creativeml-openrail-m",
    ),
    (r"stabilityai/stable-diffusion-xl-(base|refiner)-1\.0|bytedance/sdxl-lightning", "openrail++"),
    (r"stabilityai/sdxl-turbo", "sai-nc-community"),
    (r"stabilityai/stable-diffusion-3\.5-(medium|large|large-turbo)", "stabilityai-ai-community"),
    (r"black-forest-labs/flux\.1-schnell", "apache-2.0"),
    (r"black-forest-labs/flux\.1-dev", "flux-1-dev-non-commercial-license"),
    (r"google/owlv2-base-patch16-ensemble|idea-research/grounding-dino-(tiny|base)", "apache-2.0"),
    (r"vit-(b-32|b-16|l-14) openai|openai/clip-vit-.*", "mit"),
    (r"sketch_clip", "apache-2.0"),
    (r".*\bllama-?2\b.*", "llama2"),
    (r".*\bllama-?3[-:](?!\d\b).*|.*\bllama3", "llama3"),
    (r".*\bllama-?3\.1\b.*", "llama3.1"),
    (r".*\bllama-?3\.2\b.*", "llama3.2"),
    (r".*\bllama-?3\.3\b.*", "llama3.3"),
    (r".*\bllama-?4\b.*", "llama4"),
    (r"(google/)?gemma-?4\b.*", "apache-2.0"),
    (r".*\bgemma-?(2|3|3n)?[-:](?!4\b).*", "gemma"),
    (r"(qwen/)?qwen-?2\.5[^/]*\b3b\b[^/]*", "qwen-research"),
    (r"(qwen/)?qwen-?2\.5[^/]*\b72b\b[^/]*", "qwen"),
    (r"(qwen/)?qwen-?2\.5[^/]*\b(0\.5|1\.5|7|14|32)b\b[^/]*", "apache-2.0"),
    (r"(qwen/)?qwen-?3[-:](0\.6b|1\.7b|4b|8b|14b|32b|30b-a3b|235b-a22b)\b.*", "apache-2.0"),
    (r"(openai/)?gpt-oss[-:](20|120)b.*", "apache-2.0"),
    (r"(mistralai/)?(mistral-7b|mixtral-8x(7|22)b|mistral-nemo)\b.*", "apache-2.0"),
    (r"(microsoft/)?phi-?(3|3\.5|4)\b.*", "mit"),
    (r"(deepseek(-ai)?/)?deepseek-(r1|v3-0324)", "mit"),
    (r"(anthropic/)?claude-.*", "anthropic"),
    (r"(google/|models/)?gemini-.*", "gemini"),
    (r"openai/(?!gpt-oss|clip).*", "openai"),
)
"""Names in small letters, as the hub or a server has them -> license, as their pages on the hub name it.

Where a license asks little, only of the maker's own name: what somebody else made of the model may ask for more."""


def terms_of(model: Model) -> list[Terms]:
    """All that holds for what a model makes; one of them of strictness UNKNOWN where nobody knows."""
    of_service = [SERVICES.get(model.service, _OTHER_SERVICE)] if not _own(model.service) else []
    if model.service in BY_SERVICE:
        return of_service
    known = next((license for names, license in _MODELS if re.fullmatch(names, model.name.lower())), "")
    if known:
        return list(dict.fromkeys([*of_service, LICENSES[known]]))
    if model.license and model.license != "unknown":
        told = LICENSES.get(model.license) or Terms(model.license, model.license, UNKNOWN, "read it yourself")
        said = f"{told.says}. That this is its license, the configuration says; nobody has checked it"
        return [*of_service, Terms(told.id, told.title, told.strictness, said, told.url, told.on_hub)]
    return [*of_service, Terms("unknown", "unknown", UNKNOWN, _where(model), _page(model))]


def _own(host: str) -> bool:
    """Whether a server is surely no company's service: it has no public name."""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return _OWN_HOST.fullmatch(host) is not None


def strictest(models: Iterable[Model]) -> Terms | None:
    """Of all that holds for what some models make; None where there are no models, or nothing is asked."""
    found = sorted((one for model in models for one in terms_of(model)), key=lambda one: -one.strictness)
    return found[0] if found else None


def _page(model: Model) -> str:
    on_hub = re.fullmatch(r"[\w.-]+/[\w.-]+", model.name) and not model.service
    return _HUB + model.name if on_hub else ""


def _where(model: Model) -> str:
    if model.name.startswith("replay of "):
        return "these texts existed before: their own terms hold"
    return "look up the license on the model's page before you share or sell anything that was made with it"
