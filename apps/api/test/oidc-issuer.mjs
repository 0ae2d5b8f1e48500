/**
 * An OpenID Connect issuer on loopback, in a process of its own: its library is an ES module, which Jest does not load. It
 * signs in whoever it was told to last, unasked. Prints `<its URL>` when it listens.
 */
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
let person = { sub: "", email: "", email_verified: false };

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://issuer");
  if (url.pathname === "/become") {
    person = {
      sub: url.searchParams.get("sub") ?? "",
      email: url.searchParams.get("email") ?? "",
      email_verified: url.searchParams.get("verified") === "true",
    };
    response.end();
  } else if (url.pathname.startsWith("/interaction/")) {
    provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  } else provider.callback()(request, response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ["a key for tests only"] },
  ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  // Whoever signs in is another each time.
  async findAccount(_, sub) {
    return { accountId: sub, claims: async () => ({ ...person, sub, name: "Grace Hopper" }) };
  },
  async loadExistingGrant(context) {
    const grant = new provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});

process.stdout.write(`${issuer}\n`);
