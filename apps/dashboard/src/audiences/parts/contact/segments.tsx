import { CloseButton, Select } from "@mantine/core";
import type { Contact, Segment } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useMay } from "../../../session/current";
import { Shown } from "../../../ui/feedback/shown";
import { TextLink } from "../../../ui/page/link-button";
import { Section } from "../../../ui/page/section";
import { useMove } from "../../contact-acts";
import { contactSegmentsQuery, segmentsQuery } from "../../queries";
import classes from "../audiences.module.css";

/** Those that it is in, each with the way out, and the way into others. */
export function ContactSegments({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const may = useMay("developer");
  const own = useQuery(contactSegmentsQuery(useApi(), contact.id));
  return (
    <Section title={t("segments.title")}>
      <Shown of={own}>
        {(segments) => (
          <>
            {segments.length > 0 ? (
              <ul className={classes.chips}>
                {segments.map((segment) => (
                  <Chip key={segment.id} contact={contact} segment={segment} />
                ))}
              </ul>
            ) : (
              <p className={classes.quiet}>{t("segments.inNone")}</p>
            )}
            {may && <Add contact={contact} own={segments} />}
          </>
        )}
      </Shown>
    </Section>
  );
}

function Chip({ contact, segment }: { contact: Contact; segment: Segment }) {
  const { t } = useTranslation("audiences");
  const may = useMay("developer");
  const move = useMove(contact);
  const { id, name } = segment;
  return (
    <li className={classes.chip}>
      <TextLink className={classes.cut} to="/contacts" search={{ segment: id }}>
        {name}
      </TextLink>
      {may && (
        <CloseButton
          size="sm"
          aria-label={t("segments.takeOut", { name })}
          disabled={move.isPending}
          onClick={() => move.mutate({ segment, into: false })}
        />
      )}
    </li>
  );
}

/** Nothing, where it is in all lists that there are. */
function Add({ contact, own }: { contact: Contact; own: Segment[] }) {
  const { t } = useTranslation("audiences");
  const { data: all = [] } = useQuery(segmentsQuery(useApi()));
  const move = useMove(contact);
  const ids = new Set(own.map(({ id }) => id));
  const others = all.filter(({ id, rule }) => !rule && !ids.has(id));
  if (others.length === 0) return null;
  return (
    <Select
      className={classes.add}
      mt="sm"
      aria-label={t("segments.putIn")}
      placeholder={t("segments.putIn")}
      nothingFoundMessage={t("filter.noSegment")}
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      disabled={move.isPending}
      onChange={(id) => id !== null && move.mutate({ segment: { id }, into: true })}
      searchable
    />
  );
}
