/** Ways to send a mail, in the order they are offered. */
export const WAYS = ["curl", "resend", "sdk", "python", "php", "go"] as const;
export type Way = (typeof WAYS)[number];

/** What is filled in. */
export interface Letter {
  /** Of the API, without a path: `https://mail.example.com`. */
  origin: string;
  key: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** A program to paste that sends this letter, whatever characters it holds. */
export function snippetOf(way: Way, letter: Letter): string {
  return SNIPPETS[way](letter);
}

const SNIPPETS: Record<Way, (letter: Letter) => string> = {
  curl: (letter) => `curl -X POST ${shell(endpoint(letter))} \\
  -H ${shell(`Authorization: Bearer ${letter.key}`)} \\
  -H 'Content-Type: application/json' \\
  -d ${shell(json(letter))}`,

  resend: (letter) => `// npm install resend
process.env.RESEND_BASE_URL = ${quote(`${letter.origin}/api/v1`)};
const { Resend } = await import("resend");

const { data, error } = await new Resend(${quote(letter.key)}).emails.send(${json(letter)});
console.log(data ?? error);`,

  sdk: (letter) => `import { openSendex } from "@sendex/sdk/client";

const sendex = openSendex({
  apiKey: ${quote(letter.key)},
  baseUrl: ${quote(letter.origin)},
});
const { id } = await sendex.emails.send(${json(letter)});
console.log(id);`,

  python: (letter) => `import json, urllib.request

request = urllib.request.Request(
    ${quote(endpoint(letter))},
    data=json.dumps(${json(letter).replaceAll("\n", "\n    ")}).encode(),
    headers={
        "Authorization": ${quote(`Bearer ${letter.key}`)},
        "Content-Type": "application/json",
    },
)
print(urllib.request.urlopen(request).read().decode())`,

  php: (letter) => `<?php
$request = curl_init(${single(endpoint(letter))});
curl_setopt_array($request, [
    CURLOPT_POSTFIELDS => json_encode([
${entries(letter)
  .map(([name, value]) => `        ${single(name)} => ${single(value)},`)
  .join("\n")}
    ]),
    CURLOPT_HTTPHEADER => [
        ${single(`Authorization: Bearer ${letter.key}`)},
        'Content-Type: application/json',
    ],
    CURLOPT_RETURNTRANSFER => true,
]);
echo curl_exec($request);`,

  go: (letter) => `package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

func main() {
	letter := ${quote(JSON.stringify(body(letter)))}
	request, _ := http.NewRequest("POST", ${quote(endpoint(letter))}, strings.NewReader(letter))
	request.Header.Set("Authorization", ${quote(`Bearer ${letter.key}`)})
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	answer, _ := io.ReadAll(response.Body)
	fmt.Println(string(answer))
}`,
};

function endpoint({ origin }: Letter): string {
  return `${origin}/api/v1/emails`;
}

function body({ from, to, subject, text }: Letter) {
  return { from, to, subject, text };
}

function entries(letter: Letter): [string, string][] {
  return Object.entries(body(letter));
}

function json(letter: Letter): string {
  return JSON.stringify(body(letter), undefined, 2);
}

/** A text as JavaScript, Python and Go write it. */
function quote(text: string): string {
  return JSON.stringify(text);
}

/** A word of a POSIX shell. */
function shell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** As PHP writes a text in which nothing is replaced. */
function single(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", String.raw`\'`)}'`;
}
