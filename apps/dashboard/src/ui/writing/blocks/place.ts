import { type ComponentType, createContext, useContext } from "react";
import type { ColumnsBlock } from "./model";

/** What every block of an editor is given. */
export interface Place {
  readOnly: boolean;
  /** Names that its words may hold. */
  variables: readonly string[];
  /** The fields of columns, which hold blocks themselves: given here, as lists and cards would import each other. */
  Columns: ComponentType<{ block: ColumnsBlock; change: (block: ColumnsBlock) => void }>;
  /** Says to those who hear it what has changed. */
  tell(words: string): void;
}

export const PlaceContext = createContext<Place>({
  ...{ readOnly: true, variables: [], Columns: () => null, tell: () => undefined },
});

export function usePlace(): Place {
  return useContext(PlaceContext);
}
