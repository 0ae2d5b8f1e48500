import type { Place } from "./place";

/** The pages about those whom the account writes to. */
export const AUDIENCE_PLACES: readonly Place[] = [
  {
    name: "contacts",
    path: () => "/contacts",
    dialogs: [
      { by: ["Add contact"], title: "Add a contact" },
      { by: ["Import"], title: "Import contacts" },
      { by: ["Properties"], title: "Contact properties" },
    ],
  },
  { name: "contacts-filtered", path: ({ segment }) => `/contacts?segment=${segment}&state=unsubscribed` },
  { name: "contacts-pending", path: () => "/contacts?state=pending" },
  { name: "contact-pending", path: () => "/contacts/barbara@example.org" },
  { name: "contacts-none", path: () => "/contacts", mode: "test" },
  {
    name: "contact",
    path: ({ contact }) => `/contacts/${contact}`,
    dialogs: [{ by: ["Remove contact"], title: /^Remove / }],
  },
  {
    name: "contact-unsubscribed",
    path: () => "/contacts/grace.hopper@example.com",
    dialogs: [{ by: ["Resubscribe"], title: /^Resubscribe / }],
  },
  {
    name: "segments",
    path: () => "/segments",
    dialogs: [
      { by: ["New segment"], title: "New segment" },
      { by: ["More about Customers", "Rename"], title: "Rename segment" },
      { by: ["More about Customers", "Remove"], title: "Remove “Customers”?" },
    ],
  },
  { name: "segment-rule", path: ({ rule }) => `/segments?open=${rule}` },
  { name: "segments-none", path: () => "/segments", mode: "test" },
  {
    name: "topics",
    path: () => "/topics",
    dialogs: [
      { by: ["New topic"], title: "New topic" },
      { by: ["More about Product news", "Edit"], title: "Edit topic" },
      { by: ["More about Product news", "Remove"], title: "Remove “Product news”?" },
    ],
  },
  {
    name: "forms",
    path: () => "/forms",
    dialogs: [
      { by: ["New form"], title: "New form" },
      { by: ["Code of Newsletter"], title: "Put the form on your site" },
      { by: ["More about Newsletter", "Edit"], title: "Edit form" },
      { by: ["More about Newsletter", "Remove"], title: "Remove “Newsletter”?" },
    ],
  },
  { name: "forms-none", path: () => "/forms", mode: "test" },
  {
    name: "broadcasts",
    path: () => "/broadcasts",
    dialogs: [
      { by: ["New broadcast"], title: "New broadcast" },
      { by: ["More about News of April", "Remove"], title: "Remove “News of April”?" },
    ],
  },
  { name: "broadcasts-none", path: () => "/broadcasts", mode: "test" },
  {
    name: "broadcast-draft",
    path: ({ broadcastDraft }) => `/broadcasts/${broadcastDraft}`,
    dialogs: [
      { by: ["Send test"], title: "Send a test mail" },
      { by: ["Send"], title: "Send the broadcast" },
      { by: ["More", "Remove"], title: /^Remove / },
    ],
  },
  {
    name: "broadcast-blocks",
    path: ({ broadcastBlocks }) => `/broadcasts/${broadcastBlocks}`,
    dialogs: [{ by: ["Choose an image"], title: "Images" }],
  },
  {
    name: "broadcast-values",
    path: ({ broadcastDraft }) =>
      `/broadcasts/${broadcastDraft}?part=values&contact=ada.lovelace@example.com`,
  },
  { name: "broadcast-sent", path: ({ broadcastSent }) => `/broadcasts/${broadcastSent}` },
  { name: "broadcast-bounced", path: ({ broadcastSent }) => `/broadcasts/${broadcastSent}?outcome=bounced` },
  {
    name: "broadcast-paused",
    path: ({ broadcastPaused }) => `/broadcasts/${broadcastPaused}`,
    dialogs: [{ by: ["Cancel broadcast"], title: "Cancel this broadcast?" }],
  },
];
