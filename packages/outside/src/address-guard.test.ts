import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkEndpointUrl, isAllowedAddress, isPublicAddress } from "./address-guard";

const PRIVATE_V4 = [
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "169.254.170.2",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
];

const PRIVATE_V6 = [
  "::",
  "::1",
  "::7f00:1",
  "::127.0.0.1",
  "::8.8.8.8",
  "100::1",
  "100:0:0:1::1",
  "64:ff9b:1::8.8.8.8",
  "2001::1",
  "2001:db8::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fd20:ce::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "4000::1",
];

const PUBLIC = ["8.8.8.8", "1.1.1.1", "52.95.110.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::200e"];

const hex = (v4: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = v4.split(".").map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
};

/** The IPv6 addresses that lead to an IPv4 one. */
const carriers = (v4: string): string[] => [
  `::ffff:${v4}`,
  `::ffff:${hex(v4)}`,
  `64:ff9b::${hex(v4)}`,
  `2002:${hex(v4)}::1`,
];

describe("isPublicAddress", () => {
  test.each([...PRIVATE_V4, ...PRIVATE_V6, "", "localhost", "example.test", "1.2.3.4.5", "8.8.8.8/8"])(
    "%s is not public",
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );

  test.each(PUBLIC)("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(PRIVATE_V4.flatMap(carriers))("%s leads to a private address", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test("an IPv4 address is judged the same in every IPv6 form that carries it", () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        for (const carrier of carriers(v4)) expect(isPublicAddress(carrier)).toBe(isPublicAddress(v4));
      }),
    );
  });

  test("no address outside 2000::/3 is public unless it carries an IPv4 one", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const [first = 0] = groups;
        fc.pre((first & 0xe000) !== 0x2000 && first !== 0x64 && first !== 0);
        expect(isPublicAddress(groups.map((part) => part.toString(16)).join(":"))).toBe(false);
      }),
    );
  });
});

test("only loopback is added where local addresses are allowed", () => {
  const local = { allowLocal: true };
  for (const address of ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"]) {
    expect([isAllowedAddress(address), isAllowedAddress(address, local)]).toEqual([false, true]);
  }
  for (const address of ["10.0.0.1", "169.254.169.254", "168.63.129.16", "0.0.0.0", "::", "fd00:ec2::254"]) {
    expect(isAllowedAddress(address, local)).toBe(false);
  }
});

describe("checkEndpointUrl", () => {
  test.each(["https://hooks.example.test/in?x=1", "https://8.8.8.8:8443/", "https://[2606:4700::1111]/"])(
    "has nothing against %s",
    (url) => {
      expect(checkEndpointUrl(url)).toBeUndefined();
    },
  );

  test.each([
    ["", "not a URL"],
    ["hooks.example.test", "not a URL"],
    ["https://", "not a URL"],
    ["http://hooks.example.test/", "must be https"],
    ["ftp://hooks.example.test/", "must be https"],
    ["javascript:alert(1)", "must be https"],
    ["file:///etc/passwd", "must be https"],
    ["https://user@hooks.example.test/", "user or password"],
    ["https://user:pass@hooks.example.test/", "user or password"],
    ["https://:pass@hooks.example.test/", "user or password"],
    ["https://localhost/", "reachable from the internet"],
    ["https://LOCALHOST./", "reachable from the internet"],
    ["https://app.localhost/", "reachable from the internet"],
    ["https://127.0.0.1/", "not a public one"],
    ["https://2130706433/", "not a public one"],
    ["https://0x7f.1/", "not a public one"],
    ["https://0177.0.0.1/", "not a public one"],
    ["https://127.1./", "not a public one"],
    ["https://①②⑦.0.0.1/", "not a public one"],
    ["https://169.254.169.254/latest/meta-data/", "not a public one"],
    ["https://168.63.129.16/", "not a public one"],
    ["https://[::1]/", "not a public one"],
    ["https://[::7f00:1]/", "not a public one"],
    ["https://[::ffff:10.0.0.1]/", "not a public one"],
    ["https://[64:ff9b::a00:1]/", "not a public one"],
    ["https://[fd00:ec2::254]/", "not a public one"],
    [`https://hooks.example.test/${"x".repeat(3000)}`, "longer than"],
  ])("refuses %s", (url, reason) => {
    expect(checkEndpointUrl(url)).toContain(reason);
  });

  test("lets http and loopback through where local ones are allowed, and nothing else", () => {
    const local = { allowLocal: true };
    for (const url of [
      "http://localhost:3000/x",
      "http://127.0.0.1:3000/",
      "https://[::1]/",
      "http://a.test/",
    ]) {
      expect(checkEndpointUrl(url, local)).toBeUndefined();
    }
    for (const url of [
      "http://10.0.0.1/",
      "http://169.254.169.254/",
      "http://u@localhost/",
      "ftp://localhost/",
    ]) {
      expect(checkEndpointUrl(url, local)).toBeDefined();
    }
  });

  test("never lets a private IPv4 literal through, however its number is written", () => {
    const forms = (v4: string): string[] => {
      const parts = v4.split(".").map(Number);
      const number = parts.reduce((sum, part) => sum * 256 + part, 0);
      return [
        v4,
        String(number),
        `0x${number.toString(16)}`,
        parts.map((part) => `0${part.toString(8)}`).join("."),
      ];
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...PRIVATE_V4).chain((v4) => fc.constantFrom(...forms(v4))),
        (host) => {
          expect(checkEndpointUrl(`https://${host}/`)).toBeDefined();
        },
      ),
    );
  });
});
