import { NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AlignChoice } from "./align-choice";
import classes from "./blocks.module.css";
import { ImageFields } from "./image-fields";
import { LEAST_HEIGHT, MOST, type SimpleBlock } from "./model";
import { usePlace } from "./place";
import { RichText } from "./rich-text-field";

interface Props {
  block: SimpleBlock;
  change(block: SimpleBlock): void;
}

/** The fields of a block, by what it is. */
export function Fields({ block, change }: Props) {
  switch (block.type) {
    case "heading":
      return <HeadingFields block={block} change={change} />;
    case "text":
      return <TextFields block={block} change={change} />;
    case "button":
      return <ButtonFields block={block} change={change} />;
    case "image":
      return <ImageFields block={block} change={change} />;
    case "spacer":
      return <SpacerFields block={block} change={change} />;
    case "footer":
      return <FooterFields block={block} change={change} />;
    case "divider":
      return null;
  }
}

interface Of<Kind extends SimpleBlock["type"]> {
  block: Extract<SimpleBlock, { type: Kind }>;
  change(block: SimpleBlock): void;
}

const LEVELS = ["1", "2", "3"];

function HeadingFields({ block, change }: Of<"heading">) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  return (
    <>
      <RichText
        line
        label={t("block.kind.heading")}
        parts={[{ type: "paragraph", spans: block.spans }]}
        change={([first]) => change({ ...block, spans: first?.type === "paragraph" ? first.spans : [] })}
      />
      <div className={classes.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t("block.level")}
          value={String(block.level)}
          onChange={(level) => change({ ...block, level: Number(level) })}
          data={LEVELS}
          readOnly={readOnly}
        />
        <AlignChoice align={block.align} change={(align) => change({ ...block, align })} />
      </div>
    </>
  );
}

function TextFields({ block, change }: Of<"text">) {
  const { t } = useTranslation("writing");
  return (
    <>
      <RichText
        label={t("block.kind.text")}
        parts={block.parts}
        change={(parts) => change({ ...block, parts })}
      />
      <AlignChoice align={block.align} change={(align) => change({ ...block, align })} />
    </>
  );
}

function ButtonFields({ block, change }: Of<"button">) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={t("block.buttonText")}
          value={block.text}
          onChange={(event) => change({ ...block, text: event.currentTarget.value })}
          readOnly={readOnly}
        />
        <TextInput
          label={t("block.link")}
          placeholder="https://"
          value={block.link}
          onChange={(event) => change({ ...block, link: event.currentTarget.value })}
          readOnly={readOnly}
        />
      </div>
      <AlignChoice align={block.align} change={(align) => change({ ...block, align })} />
    </>
  );
}

function SpacerFields({ block, change }: Of<"spacer">) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  return (
    <NumberInput
      label={t("block.height")}
      min={LEAST_HEIGHT}
      max={MOST.height}
      clampBehavior="strict"
      allowDecimal={false}
      value={block.height}
      onChange={(height) => typeof height === "number" && change({ ...block, height })}
      readOnly={readOnly}
    />
  );
}

function FooterFields({ block, change }: Of<"footer">) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  return (
    <>
      <RichText
        label={t("block.kind.footer")}
        parts={block.parts}
        change={(parts) => change({ ...block, parts })}
      />
      <TextInput
        label={t("block.unsubscribe")}
        description={t("block.unsubscribeLead")}
        value={block.unsubscribe}
        onChange={(event) => change({ ...block, unsubscribe: event.currentTarget.value })}
        readOnly={readOnly}
      />
      <AlignChoice align={block.align ?? "center"} change={(align) => change({ ...block, align })} />
    </>
  );
}
