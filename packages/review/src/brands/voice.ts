import { type Brand, mentions, owns } from "./brands";
import type { Link } from "../reading/link";

/** How much a mail speaks as a brand, rather than of it. */
export interface BrandVoice {
  brand: Brand;
  /** The sender's name is the brand's alone, or has it among other words. */
  displayed: "alone" | "among" | undefined;
  /** The subject names it. */
  inSubject: boolean;
  /** "Your … account", "… Team", "Dear … customer", "© …": how many of them. */
  spoken: number;
  /** How often it is named in all. */
  named: number;
  /** It links to the brand's own pages. */
  linked: boolean;
}

/** Words that stand beside a brand's name where the mail is about the reader's dealings with it. */
const HOLDINGS =
  words(`account accounts id profile mailbox wallet subscription membership password email card cloud
  login access konto kontos kundenkonto zugang passwort mitgliedschaft compte comptes abonnement espace acces carte
  rekening cuenta cuentas suscripcion tarjeta acceso conta contas assinatura cartao acesso conto utenza abbonamento carta
  profilo hesabi hesabiniz konta konta konto kontot kort аккаунт アカウント 会員`);
/** Words that stand beside it where it signs. */
const OFFICES =
  words(`team support security service services billing helpdesk department center centre customer care inc
  llc ltd corporation gmbh ag sa administrator admin notification notifications alert alerts sicherheit kundenservice
  kundendienst kundensupport abteilung equipe securite assistance conseiller klantenservice beveiliging equipo seguridad
  soporte atencion departamento suporte seguranca atendimento sicurezza assistenza servizio clienti clientes client kunden
  zespol obsluga destek ekibi`);
const READERS =
  words(`customer client user member holder cardholder subscriber kunde kundin nutzer mitglied utilisateur
  membre abonne klant gebruiker cliente usuario usuaria miembro membro utente titolare klient uzytkownik`);
const FILLERS =
  words(`the your by from of and de la le el il der die das von fur para per pour official news update app
  winner winners gewinner reward rewards belohnung gift gifts prize gutschein promo promotion offer offers deal deals club
  confirmation delivery express online department deutschland italia france espana uk usa international group notice
  nachricht mitteilung billing invoice verification help center info`);
const NEAR = 2;

/** The brand that a mail most speaks as, its sender's own excepted. */
export function brandVoice(mail: {
  display: string[];
  subject: string[];
  body: string[];
  links: Link[];
  own: ReadonlySet<string>;
}): BrandVoice | undefined {
  const voices = new Map<Brand, BrandVoice>();
  const voice = (brand: Brand): BrandVoice => {
    const known = voices.get(brand);
    if (known) return known;
    const linked = mail.links.some((link) => link.kind === "brand" && owns(brand, link.host));
    const fresh: BrandVoice = { brand, displayed: undefined, inSubject: false, spoken: 0, named: 0, linked };
    voices.set(brand, fresh);
    return fresh;
  };
  for (const { brand, weak } of mentions(mail.subject)) if (!weak) voice(brand).inSubject = true;
  for (const { brand, at, length, weak } of mentions(mail.body)) {
    const speaks = speaksAs(mail.body, at, length);
    if (weak && !speaks) continue;
    voice(brand).named += 1;
    if (speaks) voice(brand).spoken += 1;
  }
  for (const { brand, weak, length } of mentions(mail.display)) {
    const alone = isNameAlone(mail.display, brand, weak);
    // A brand name that is an everyday word counts only where the mail says more about the brand.
    const meant = !weak || (mail.display.length === length && (voices.get(brand)?.named ?? 0) > 0);
    if (alone) voice(brand).displayed = "alone";
    else if (meant) voice(brand).displayed ??= "among";
  }
  const foreign = [...voices.values()].filter(
    ({ brand }) => ![...mail.own].some((host) => owns(brand, host)),
  );
  return foreign.sort((a, b) => loudness(b) - loudness(a))[0];
}

function loudness({ displayed, inSubject, spoken, named }: BrandVoice): number {
  return (
    (displayed === "alone" ? 12 : displayed ? 8 : 0) +
    (inSubject ? 3 : 0) +
    2 * Math.min(spoken, 3) +
    Math.min(named, 3)
  );
}

/** Nothing in a sender's name but the brand and what its offices are called; an everyday word needs an office. */
function isNameAlone(display: string[], brand: Brand, weak: boolean): boolean {
  return brand.spellings.some(({ words: name }) => {
    const rest = display.filter((word) => !name.includes(word));
    if (rest.length === display.length || (weak && rest.length === 0)) return false;
    return rest.every((word) => OFFICES.has(word) || HOLDINGS.has(word) || FILLERS.has(word) || word === "#");
  });
}

function speaksAs(body: string[], at: number, length: number): boolean {
  const before = body.slice(Math.max(0, at - NEAR), at);
  const after = body.slice(at + length, at + length + NEAR);
  const beside = [...before, ...after];
  if (after.some((word) => HOLDINGS.has(word) || OFFICES.has(word) || READERS.has(word))) return true;
  return before.slice(-1).some((word) => HOLDINGS.has(word) || OFFICES.has(word)) || beside.includes("©");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
