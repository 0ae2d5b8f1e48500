import { createContext, useContext } from "react";

/** What every block of an editor is given. */
export interface Place {
  readOnly: boolean;
  /** Names that its words may hold. */
  variables: readonly string[];
  /** Says to those who hear it what has changed. */
  tell(words: string): void;
}

export const PlaceContext = createContext<Place>({ readOnly: true, variables: [], tell: () => undefined });

export function usePlace(): Place {
  return useContext(PlaceContext);
}
