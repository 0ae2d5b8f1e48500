import { encode } from "uqr";
import { pathOf } from "../../qr-path";
import own from "./two-factor.module.css";

/** Modules around the code; ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/** Dark on light in both themes: scanners read nothing else reliably. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  return (
    <svg className={own.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(data)} />
    </svg>
  );
}
