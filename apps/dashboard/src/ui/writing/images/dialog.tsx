import { Button, FileButton, Group, Stack, Text } from "@mantine/core";
import type { Image } from "@sendex/sdk/generated/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../dialog/dialog";
import { BlockSkeleton } from "../../feedback/skeletons";
import classes from "./images.module.css";
import { imagesQuery, useUploadImage } from "./queries";
import { Tile } from "./tile";

interface Props {
  opened: boolean;
  close(): void;
  choose(image: Image): void;
}

const TYPES = "image/png,image/jpeg,image/gif,image/webp";

/** The account's images, to choose one of or to upload another. */
export function ImageDialog({ opened, close, choose }: Props) {
  const { t } = useTranslation("writing");
  return (
    <Dialog opened={opened} onClose={close} title={t("images.title")} size="lg">
      {opened && <Images choose={choose} />}
    </Dialog>
  );
}

function Images({ choose }: Pick<Props, "choose">) {
  const { t } = useTranslation("writing");
  const api = useApi();
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    imagesQuery(api),
  );
  const upload = useUploadImage(choose);
  const images = data?.pages.flatMap((page) => page.data) ?? [];
  const refused = upload.error && asProblem(upload.error);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <FileButton accept={TYPES} onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button {...props} loading={upload.isPending} data-autofocus>
              {t("images.upload")}
            </Button>
          )}
        </FileButton>
        <Text size="sm" className={classes.quiet}>
          {t("images.lead")}
        </Text>
      </Group>
      {refused && (
        <Text size="sm" role="alert" className={classes.wrong}>
          {[refused.message, ...refused.fields.map(({ message }) => message)].join(" ")}
        </Text>
      )}
      {isPending && <BlockSkeleton lines={4} />}
      {!isPending && images.length === 0 && <Text size="sm">{t("images.none")}</Text>}
      <ul className={classes.grid} aria-label={t("images.title")}>
        {images.map((image) => (
          <Tile key={image.id} image={image} choose={() => choose(image)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("images.more")}
        </Button>
      )}
    </Stack>
  );
}
