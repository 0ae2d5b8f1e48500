import type { Context } from "@sendex/pipeline/context";
import type { TestWorld } from "./world";

export function fakeIdentities(world: TestWorld): Context["ports"]["identities"] {
  function ask(call: string): void {
    const { identitiesDown: down } = world;
    if (down === true || (down && call.startsWith(`${down} `))) throw refused();
    world.identityCalls.push(call);
  }
  return {
    async begin(domain) {
      ask(`begin ${domain}`);
      const tokens = [1, 2, 3].map((n) => `k${n}`);
      const { identities } = world;
      const known = identities.get(domain);
      if (known?.state !== "success")
        identities.set(domain, {
          state: "pending",
          token: `token of ${domain}`,
          dkim: { state: "pending", tokens },
          mailFrom: known?.mailFrom ?? null,
        });
      return { token: `token of ${domain}`, dkimTokens: tokens };
    },
    async setMailFrom(domain, mailFrom) {
      ask(`setMailFrom ${mailFrom}`);
      const known = world.identities.get(domain);
      if (known) world.identities.set(domain, { ...known, mailFrom });
    },
    async describe(domains) {
      ask(`describe ${domains.join(",")}`);
      return new Map([...world.identities].filter(([domain]) => domains.includes(domain)));
    },
    async remove(domain) {
      ask(`remove ${domain}`);
      world.identities.delete(domain);
    },
  };
}

/** As Node reports a connection that is refused. */
function refused(): Error {
  return Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:443"), {
    code: "ECONNREFUSED",
    syscall: "connect",
  });
}
