import { OfflineBar } from "./offline-bar";
import { SuspensionBanner } from "./suspension-banner";
import { TestBand } from "./test-band";

/** What concerns every page. */
export function Banners() {
  return (
    <>
      <OfflineBar />
      <SuspensionBanner />
      <TestBand />
    </>
  );
}
