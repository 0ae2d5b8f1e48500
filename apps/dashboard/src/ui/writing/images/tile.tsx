import { ActionIcon } from "@mantine/core";
import type { Image } from "@sendex/sdk/generated/api";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm";
import { bytes } from "../../text/bytes";
import classes from "./images.module.css";
import { useRemoveImage } from "./queries";

/** An image that can be chosen, or removed. */
export function Tile({ image, choose }: { image: Image; choose: () => void }) {
  const { t, i18n } = useTranslation("writing");
  const remove = useRemoveImage();
  const { name, width, height, size } = image;
  const ask = () =>
    confirm(
      {
        title: t("images.removeTitle", { name }),
        children: t("images.removeLead"),
        confirm: t("images.remove"),
        dangerous: true,
      },
      () => remove.mutate(image.id),
    );
  return (
    <li className={classes.tile}>
      <button type="button" className={classes.choose} onClick={choose}>
        <img src={new URL(image.url).pathname} alt="" loading="lazy" className={classes.image} />
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>{`${width} × ${height} · ${bytes(size, i18n.language)}`}</span>
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={classes.remove}
        aria-label={t("images.removeOne", { name })}
        onClick={ask}
        loading={remove.isPending}
      >
        <Trash2 size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
