import type {
  Contact,
  ContactImport,
  ContactProperty,
  Form,
  ContactTopic,
  NewSegmentRule,
  Segment,
  Topic,
} from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered, answeredText } from "../api/client";
import { type ContactFilters, toQuery } from "./filters";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** Begins the keys of all that is about contacts: most acts change more than one list. */
export function audiencesKey({ scope }: Pick<Api, "scope">) {
  return [...scope, "audiences"] as const;
}

/** The contacts of the world that is shown, newest first, page after page. */
export function contactsQuery(api: Api, filters: ContactFilters) {
  return infiniteQueryOptions({
    queryKey: [...audiencesKey(api), "contacts", filters],
    queryFn({ pageParam, signal }) {
      const page = { limit: PAGE_SIZE, ...(pageParam !== undefined && { after: pageParam }) };
      const params = { query: { ...page, ...toQuery(filters) } };
      return answered(api.client.GET("/api/v1/contacts", { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

/** What the filters leave, up to 10,000 contacts, as the API writes it. */
export function readCsv({ client }: Api, filters: ContactFilters): Promise<string> {
  const params = { query: { ...toQuery(filters), format: "csv" as const } };
  return answeredText(client.GET("/api/v1/contacts", { params, parseAs: "text" }));
}

/** @param id or the address itself */
export function contactQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "contact", id],
    queryFn: ({ signal }): Promise<Contact> =>
      answered(api.client.GET("/api/v1/contacts/{id}", { params: { path: { id } }, signal })),
  });
}

/** All topics, as one contact has them. */
export function contactTopicsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "contact", id, "topics"],
    async queryFn({ signal }): Promise<ContactTopic[]> {
      const params = { path: { id } };
      return (await answered(api.client.GET("/api/v1/contacts/{id}/topics", { params, signal }))).data;
    },
  });
}

export function contactSegmentsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "contact", id, "segments"],
    queryFn: ({ signal }) =>
      allOf<Segment>((query) =>
        answered(
          api.client.GET("/api/v1/contacts/{id}/segments", { params: { path: { id }, query }, signal }),
        ),
      ),
  });
}

/** All segments of the world that is shown, newest first: there are at most 1,000. */
export function segmentsQuery(api: Api) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "segments"],
    queryFn: ({ signal }) =>
      allOf<Segment>((query) => answered(api.client.GET("/api/v1/segments", { params: { query }, signal }))),
  });
}

/** Those that contacts can be put in. */
export const areLists = (segments: Segment[]): Segment[] => segments.filter(({ rule }) => !rule);

/** How many contacts a rule holds of. @param rule as JSON; empty: it is not whole yet */
export function ruleCountQuery(api: Api, rule: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "count", rule],
    async queryFn({ signal }) {
      const body = { rule: JSON.parse(rule) as NewSegmentRule };
      return (await answered(api.client.POST("/api/v1/segments/preview", { body, signal }))).count;
    },
    enabled: rule !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** All topics, as people choose among them: there are at most 50. */
export function topicsQuery(api: Api) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "topics"],
    queryFn: async ({ signal }): Promise<Topic[]> =>
      (await answered(api.client.GET("/api/v1/topics", { signal }))).data,
  });
}

/** All forms of the world that is shown, newest first: there are at most 100. */
export function formsQuery(api: Api) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "forms"],
    queryFn: ({ signal }) =>
      allOf<Form>((query) => answered(api.client.GET("/api/v1/forms", { params: { query }, signal }))),
  });
}

/** What may be known of contacts beside their names, by key: there are at most 100 of it. */
export function propertiesQuery(api: Api) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "properties"],
    async queryFn({ signal }) {
      const all = await allOf<ContactProperty>((query) =>
        answered(api.client.GET("/api/v1/contact-properties", { params: { query }, signal })),
      );
      return all.sort((a, b) => a.key.localeCompare(b.key));
    },
  });
}

/** While a file is read in, its progress is asked for again and again. */
const WATCH_MS = 1_000;
const IMPORTS_SHOWN = 5;

/** The last files of contacts, newest first. */
export function importsQuery(api: Api) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "imports"],
    async queryFn({ signal }): Promise<ContactImport[]> {
      const params = { query: { limit: IMPORTS_SHOWN } };
      return (await answered(api.client.GET("/api/v1/contacts/imports", { params, signal }))).data;
    },
    refetchInterval: ({ state: { data = [] } }) =>
      data.some((one) => one.completed_at === null) ? WATCH_MS : false,
  });
}

/** The rows of a file that were not taken, as the API writes them. */
export function readBadRows({ client }: Api, id: string): Promise<string> {
  const asked = { params: { path: { id } }, parseAs: "text" } as const;
  return answeredText(client.GET("/api/v1/contacts/imports/{id}/errors", asked));
}

/** Page after page, until there is no more. */
async function allOf<Row extends { id: string }>(
  read: (query: { limit: number; after?: string }) => Promise<{ data: Row[]; has_more: boolean }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { data, has_more } = await read({ limit: LARGEST_PAGE, ...(after !== undefined && { after }) });
    all.push(...data);
    after = data.at(-1)?.id;
    more = has_more;
  }
  return all;
}
