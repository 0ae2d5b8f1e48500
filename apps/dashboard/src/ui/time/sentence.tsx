import { ExactTime } from "./exact-time";

const INSTANT = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/;

/** A sentence of the API's, with its moments in the viewer's words. */
export function SentenceWithTimes({ text }: { text: string }) {
  return (
    <span>
      {text
        .split(INSTANT)
        .map((part, index) => (index % 2 === 1 ? <ExactTime key={index} at={part} /> : part))}
    </span>
  );
}
