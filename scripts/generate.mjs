/** `npm run generate`: the Prisma client from prisma/schema.prisma. Other commands do the same where it is due. */
import { prepare } from "./prepare.mjs";

try {
  await prepare(["generate"]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
