# The server of a user study. From the folder of this repository:
#
#   docker build -f docker/study.Dockerfile -t study .
#   docker run -v "$PWD:/study" --user "$(id -u):$(id -g)" -p 127.0.0.1:8430:8430 --restart unless-stopped study \
#     items=benchmarks/generated answers=[answers/base,answers/tuned] url=https://study.example.org
#
# The folder that is mounted at /study holds benchmarks/, answers/ and studies/. A proxy with HTTPS stands before it.
FROM python:3.11-slim

WORKDIR /code
COPY pyproject.toml README.md LICENSE ./
COPY synthgen synthgen
COPY abilities abilities
COPY eval_bench eval_bench
COPY conf conf
RUN pip install --no-cache-dir '.[eval]' && rm -r /code/*

RUN useradd --create-home --uid 1000 study && mkdir /study && chown study /study
USER study
WORKDIR /study
VOLUME /study
ENV PYTHONUNBUFFERED=1
EXPOSE 8430
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8430/alive', timeout=4)"]
ENTRYPOINT ["python", "-m", "eval_bench", "study", "host=0.0.0.0", "port=8430", "open=false"]
