import { Button } from "@mantine/core";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Frames } from "./frames";
import classes from "./html-frame.module.css";
import { hasRemoteImages } from "./remote";

interface Props {
  html: string;
  /** Names the frame for those who hear it. */
  title: string;
  /** CSS pixels; the whole width without it. */
  width?: number;
  /** As a reader with a dark screen gets it; white without it, whatever the page's colours. */
  dark?: boolean;
}

/**
 * A mail as its reader sees it. What it holds is a stranger's: the frame has no scripts, no forms and no origin of ours,
 * and nothing is fetched until the viewer asks for the images. The HTML makes a turn through `/mail-frame`, since a
 * `srcdoc` would be bound to this page's policy, which allows no styles in HTML (docs/adr/0018-the-dashboard.md).
 */
export function HtmlFrame({ html, title, width, dark = false }: Props) {
  const { t } = useTranslation("ui");
  const [images, setImages] = useState(false);
  return (
    <div className={classes.frame}>
      {!images && hasRemoteImages(html) && (
        <div className={classes.notice}>
          <ImageOff size={14} aria-hidden />
          <span>{t("mail.imagesOff")}</span>
          <Button variant="subtle" size="compact-xs" onClick={() => setImages(true)}>
            {t("mail.showImages")}
          </Button>
        </div>
      )}
      <Frames mail={{ html, images, dark }} title={title} {...(width !== undefined && { width })} />
    </div>
  );
}
