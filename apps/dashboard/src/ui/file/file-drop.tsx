import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { bytes } from "../text/bytes";
import classes from "./file-drop.module.css";

interface Props {
  file: File | undefined;
  /** While there is none: what to do. */
  prompt: string;
  choose(file: File | undefined): void;
}

/** A place to drop a CSV on, or to choose one from. */
export function FileDrop({ file, prompt, choose }: Props) {
  const { i18n } = useTranslation();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, entered: boolean) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    <label
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        choose(event.dataTransfer.files[0]);
      }}
    >
      <FileSpreadsheet size={18} aria-hidden />
      <span className={classes.name}>
        {file ? `${file.name} · ${bytes(file.size, i18n.language)}` : prompt}
      </span>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="only-read-aloud"
        data-autofocus
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
    </label>
  );
}
