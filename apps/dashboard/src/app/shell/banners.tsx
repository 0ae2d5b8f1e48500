import { SuspensionBanner } from "./suspension-banner";
import { TestBand } from "./test-band";

/** What concerns every page. */
export function Banners() {
  return (
    <>
      <SuspensionBanner />
      <TestBand />
    </>
  );
}
