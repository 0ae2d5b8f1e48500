import { useEffect, useId, useRef, useState } from "react";
import classes from "./html-frame.module.css";

/** What a frame is asked to show. */
export interface FramedMail {
  html: string;
  images: boolean;
  dark: boolean;
}

interface Props {
  mail: FramedMail;
  title: string;
  width?: number;
}

interface Turn {
  number: number;
  mail: FramedMail;
}

/**
 * Each change of the mail gets a frame of its own, and the last one stays in sight until the new one is there: nothing
 * flickers, and the browser's "back" leaves the page, where a frame that is filled twice would take a step of it.
 */
export function Frames({ mail, title, width }: Props) {
  const [shown, setShown] = useState<Turn>();
  const [asked, setAsked] = useState<Turn>({ number: 0, mail });
  if (!isSame(asked.mail, mail)) setAsked({ number: asked.number + 1, mail });
  const turns = shown && shown.number !== asked.number ? [shown, asked] : [asked];
  return (
    <div className={classes.turns}>
      {turns.map((turn) => (
        <Frame
          key={turn.number}
          mail={turn.mail}
          title={title}
          waits={turn !== shown && shown !== undefined}
          style={{ width: width ?? "100%" }}
          onThere={() => setShown(turn)}
        />
      ))}
    </div>
  );
}

function isSame(one: FramedMail, other: FramedMail): boolean {
  return one.html === other.html && one.images === other.images && one.dark === other.dark;
}

interface FrameProps {
  mail: FramedMail;
  title: string;
  /** The one before it is still in sight. */
  waits: boolean;
  style: { width: number | string };
  onThere: () => void;
}

function Frame({ mail: { html, images, dark }, title, waits, style, onThere }: FrameProps) {
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  // The empty page that a frame begins with is loaded before anything is sent for.
  const sent = useRef(false);
  useEffect(() => {
    form.current?.submit();
    sent.current = true;
  }, []);
  return (
    <>
      <form ref={form} method="post" action="/mail-frame" target={name} hidden>
        <textarea name="html" value={dark ? DARK + html : html} readOnly aria-hidden />
        <input name="images" value={images ? "on" : "off"} readOnly aria-hidden />
      </form>
      <iframe
        className={classes.mail}
        data-dark={dark}
        data-waits={waits}
        aria-hidden={waits}
        style={style}
        name={name}
        title={title}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        onLoad={() => sent.current && onThere()}
      />
    </>
  );
}

/** Lets a mail that names no colours be light on dark, as mail programs do. */
const DARK = '<meta name="color-scheme" content="dark">';
