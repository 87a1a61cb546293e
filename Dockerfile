# syntax=docker/dockerfile:1
# glibc, since onnxruntime and libsql ship their binaries for it; the headers that come with node spare node-gyp a download.
FROM node:22-bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 make g++ \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# hnswlib-node is compiled here. Another registry: --build-arg NPM_REGISTRY=…
ARG NPM_REGISTRY
ENV npm_config_nodedir=/usr/local
RUN if [ -n "$NPM_REGISTRY" ]; then export npm_config_registry="$NPM_REGISTRY"; fi \
    && npm ci --omit=dev --no-progress

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    DATA_DIR=/data \
    INDEX_DIR=/index \
    HOST=0.0.0.0 \
    PORT=8080
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY package.json tsconfig.json LICENSE README.md ./
COPY embeddings ./embeddings
COPY seeds ./seeds
COPY src ./src
# All else may be mounted read-only; tsx keeps its cache in /tmp.
RUN mkdir -p /data /index && chown node:node /data /index
VOLUME ["/data", "/index"]
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would stand between the program and SIGTERM.
CMD ["node", "--import", "tsx", "src/main.ts"]
