/** Where the words typed into the palette lead. */
export function destinationOf(words: string) {
  if (/^msg_\w+$/.test(words))
    return { label: "palette.openEmail", to: { to: "/emails/$id", params: { id: words } } } as const;
  if (/^con_\w+$/.test(words))
    return { label: "palette.openContact", to: { to: "/contacts/$id", params: { id: words } } } as const;
  if (/^log_\w+$/.test(words))
    return { label: "palette.openLog", to: { to: "/logs/$id", params: { id: words } } } as const;
  if (/^\S+@\S+$/.test(words))
    return { label: "palette.mailTo", to: { to: "/emails", search: { recipient: words } } } as const;
  return { label: "palette.search", to: { to: "/emails", search: { q: words } } } as const;
}
