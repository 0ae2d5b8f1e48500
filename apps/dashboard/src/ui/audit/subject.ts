/** Where what an act was done to is looked at, by the beginning of its id. */
const PLACES: Record<string, (id: string) => string> = {
  msg: (id) => `/emails/${id}`,
  tpl: (id) => `/templates/${id}`,
  dom: (id) => `/domains/${id}`,
  whk: (id) => `/webhooks/${id}`,
  key: () => "/api-keys",
  sup: () => "/suppressions",
  con: (id) => `/contacts/${id}`,
  prop: () => "/contacts",
  seg: () => "/segments",
  top: () => "/topics",
  bc: (id) => `/broadcasts/${id}`,
  alr: () => "/alerts",
  usr: () => "/settings/members",
  inv: () => "/settings/members",
  ses: () => "/settings/sessions",
  apl: () => "/suspension",
};

/** A path of ours; undefined where nothing is shown of it. */
export function placeOf(id: string): string | undefined {
  return PLACES[id.slice(0, id.indexOf("_"))]?.(id);
}
