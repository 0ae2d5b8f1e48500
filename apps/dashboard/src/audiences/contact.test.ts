import { describe, expect, it } from "@jest/globals";
import type { Contact, ContactProperty, Topic } from "@sendex/sdk/generated/api";
import { changeOf, emptyForm, knownOf, nameOf, toNewContact } from "./contact";

const created_at = "2026-03-05T12:00:00.000Z";
const property = (key: string, type: "string" | "number"): ContactProperty => ({
  ...{ object: "contact_property", id: `prop_${key}`, key, type, fallback_value: null, created_at },
});
const topic = (id: string, default_subscription: "opt_in" | "opt_out"): Topic => ({
  ...{ object: "topic", id, name: id, description: null, default_subscription, created_at },
});
const PROPERTIES = [property("plan", "string"), property("seats", "number")];
const TOPICS = [topic("top_news", "opt_out"), topic("top_product", "opt_in")];
const CONTACT: Contact = {
  ...{ object: "contact", id: "con_1", mode: "live", email: "ada@a.example", unsubscribed: false },
  ...{ first_name: "Ada", last_name: null, created_at, updated_at: created_at },
  ...{ state: "confirmed", confirmation: null },
  properties: { seats: { type: "number", value: 3 } },
};

describe("a new contact", () => {
  const form = emptyForm(PROPERTIES, TOPICS);

  it("begins with the topics that anybody gets", () => {
    expect(form.topics).toEqual(["top_product"]);
    expect(form.properties).toEqual({ plan: "", seats: "" });
  });

  it("says nothing of what was left empty, or as it is for anybody", () => {
    expect(toNewContact({ ...form, email: " ada@a.example " }, TOPICS)).toEqual({ email: "ada@a.example" });
  });

  it("says what was filled in and chosen", () => {
    const filled = {
      ...{
        email: "ada@a.example",
        first_name: "Ada ",
        last_name: "",
        properties: { plan: "pro", seats: "" },
      },
      ...{ segments: ["seg_1"], topics: ["top_news"] },
    };
    expect(toNewContact(filled, TOPICS)).toEqual({
      email: "ada@a.example",
      first_name: "Ada",
      properties: { plan: "pro" },
      segments: [{ id: "seg_1" }],
      topics: [
        { id: "top_news", subscription: "opt_in" },
        { id: "top_product", subscription: "opt_out" },
      ],
    });
  });
});

describe("what is known of a contact", () => {
  const before = knownOf(CONTACT, PROPERTIES);

  it("has a field for each property of the account", () => {
    expect(before).toEqual({ first_name: "Ada", last_name: "", properties: { plan: "", seats: 3 } });
  });

  it("changes by what differs alone, and what is emptied goes", () => {
    expect(changeOf(before, before)).toEqual({});
    expect(changeOf(before, { ...before, properties: { plan: "pro", seats: "" } })).toEqual({
      properties: { plan: "pro", seats: null },
    });
    expect(changeOf(before, { ...before, first_name: " ", last_name: "Lovelace" })).toEqual({
      first_name: null,
      last_name: "Lovelace",
    });
  });

  it("has the name in one piece", () => {
    expect(nameOf(CONTACT)).toBe("Ada");
    expect(nameOf({ first_name: null, last_name: null })).toBe("");
  });
});
