import type { Alert } from "@sendex/sdk/generated/api";
import { useSentence } from "./use-sentence";

export function Sentence({ alert }: { alert: Alert }) {
  return <>{useSentence(alert)}</>;
}
