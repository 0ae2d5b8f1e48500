import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { ImageUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImageDialog } from "../images/dialog";
import { AlignChoice } from "./align-choice";
import classes from "./blocks.module.css";
import { type ImageBlock, MOST } from "./model";
import { usePlace } from "./place";

interface Props {
  block: ImageBlock;
  change(block: ImageBlock): void;
}

/** Which image, and what is read in its place. */
export function ImageFields({ block, change }: Props) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      {isOurs(block.url) && <img src={block.url} alt={block.alt} className={classes.image} />}
      {!readOnly && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<ImageUp size={14} aria-hidden />}
            onClick={() => setChoosing(true)}
            data-first
          >
            {t("block.chooseImage")}
          </Button>
        </div>
      )}
      <TextInput
        label={t("block.imageUrl")}
        placeholder="https://"
        value={block.url}
        onChange={(event) => change({ ...block, url: event.currentTarget.value })}
        readOnly={readOnly}
      />
      <AltFields block={block} change={change} />
      <div className={classes.pair}>
        <NumberInput
          label={t("block.width")}
          placeholder={t("block.widthWhole")}
          min={1}
          max={MOST.width}
          clampBehavior="strict"
          allowDecimal={false}
          value={block.width ?? ""}
          onChange={(width) => change(withWidth(block, width))}
          readOnly={readOnly}
        />
        <TextInput
          label={t("block.imageLink")}
          placeholder="https://"
          value={block.link ?? ""}
          onChange={(event) => change(withLink(block, event.currentTarget.value))}
          readOnly={readOnly}
        />
      </div>
      <AlignChoice align={block.align} change={(align) => change({ ...block, align })} />
      <ImageDialog
        opened={choosing}
        close={() => setChoosing(false)}
        choose={({ url, width }) => {
          change({ ...block, url, ...(width < MOST.width && { width }) });
          setChoosing(false);
        }}
      />
    </>
  );
}

function AltFields({ block, change }: Props) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  const { decorative = false, alt } = block;
  return (
    <>
      <TextInput
        label={t("block.alt")}
        description={t("block.altLead")}
        value={decorative ? "" : alt}
        onChange={(event) => change({ ...block, alt: event.currentTarget.value })}
        error={!decorative && alt.trim() === "" ? t("block.altMissing") : undefined}
        disabled={decorative}
        readOnly={readOnly}
      />
      <Checkbox
        label={t("block.decorative")}
        checked={decorative}
        onChange={(event) => change({ ...block, decorative: event.currentTarget.checked })}
        disabled={readOnly}
      />
    </>
  );
}

function withWidth({ width: _, ...block }: ImageBlock, width: number | string): ImageBlock {
  return typeof width === "number" ? { ...block, width } : block;
}

function withLink({ link: _, ...block }: ImageBlock, link: string): ImageBlock {
  return link === "" ? block : { ...block, link };
}

/** The page may show no others. */
function isOurs(url: string): boolean {
  return url.startsWith(`${globalThis.location.origin}/images/`);
}
