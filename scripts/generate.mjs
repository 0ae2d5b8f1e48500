/** `npm run generate`: the Prisma client from prisma/schema.prisma, without a network. */
import { prepare } from "./prepare.mjs";

try {
  await prepare(["install", "generate"]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
