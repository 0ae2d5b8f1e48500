import type { Clock, Log, ReviewMail } from "@sendex/core/ports";
import { openLlmReviewer } from "@sendex/outside/llm-reviewer";
import { digestMail } from "@sendex/review/digest-mail";
import { reviewMail } from "@sendex/review/review-mail";
import type { Settings } from "./settings";

/** Content review: the embedded provider, and a language model beside it where one is configured. */
export function openReviewer({ reviewLlm }: Settings, tools: { clock: Clock; log: Log }): ReviewMail {
  if (!reviewLlm) return async (mail) => reviewMail(mail);
  return openLlmReviewer({ ...reviewLlm, ...tools, embedded: reviewMail, digest: digestMail });
}
