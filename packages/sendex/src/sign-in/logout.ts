import { readStored, removeStored } from "../config/stored";
import { command } from "../command";
import type { Act } from "../desk";

export function logoutCommand(act: Act) {
  return command("logout", "Forgets the key that login kept. The key itself stays valid.").action(() =>
    act(async ({ terminal }) => {
      const was = readStored(terminal).apiKey !== undefined;
      removeStored(terminal);
      return { value: { signed_out: was }, text: was ? "Signed out." : "Nobody was signed in." };
    }),
  );
}
