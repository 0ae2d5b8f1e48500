import { useEffect } from "react";

/** Lets code without a place on the page ask a part of it for something. */
export interface Channel<Message> {
  tell(message: Message): void;
  useHeard(heard: (message: Message) => void): void;
}

export function openChannel<Message>(): Channel<Message> {
  const target = new EventTarget();
  return {
    tell: (message) => void target.dispatchEvent(new Told(message)),
    useHeard(heard) {
      useEffect(() => {
        const listen = (event: Event) => {
          if (event instanceof Told) heard(event.message as Message);
        };
        target.addEventListener("told", listen);
        return () => target.removeEventListener("told", listen);
      }, [heard]);
    },
  };
}

class Told extends Event {
  constructor(readonly message: unknown) {
    super("told");
  }
}
