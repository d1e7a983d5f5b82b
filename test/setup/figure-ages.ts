/** How old the limits and token rules are: each figure with its source, and what is to be done about its age. */
import type { EndpointLimits } from "../../src/shared/endpoint.js";
import type { TokenModel } from "../../src/shared/tokens/types.js";

/** From this many days on a figure is worth another look: providers changed several of theirs within half a year. */
export const OLD_DAYS = 120;
/** From this many days on a figure should not be relied on. */
export const EXPIRED_DAYS = 240;

const DAY_MS = 86_400_000;

/** Endpoints, and what is laid over them. */
type Limited = Pick<EndpointLimits, "id" | "asOf" | "sources">;
type Counted = Pick<TokenModel, "id" | "label" | "asOf" | "source">;

export interface FigureAge {
  /** Of the endpoint, provider or token rule. */
  id: string;
  figure: string;
  url: string;
  /** When the figure was last compared with its source, `YYYY-MM-DD`. */
  asOf: string;
  days: number;
  age: "fresh" | "old" | "expired";
}

/** Every figure among what `vision-dropzone/endpoints` exports, as old as it is on `today` (`YYYY-MM-DD`). Throws for no date. */
export function figureAges(exported: readonly unknown[], today: string): FigureAge[] {
  return exported.filter(isFact).flatMap((fact) => {
    if (!("sources" in fact))
      return [aged({ id: fact.id, figure: `tokens of ${fact.label}`, url: fact.source, asOf: fact.asOf }, today)];
    return fact.sources.map(({ figure, url, asOf = fact.asOf }) => aged({ id: fact.id, figure, url, asOf }, today));
  });
}

function aged(figure: Pick<FigureAge, "id" | "figure" | "url" | "asOf">, today: string): FigureAge {
  const days = daysBetween(figure.asOf, today);
  return { ...figure, days, age: days >= EXPIRED_DAYS ? "expired" : days >= OLD_DAYS ? "old" : "fresh" };
}

function daysBetween(from: string, to: string): number {
  const [start, end] = [from, to].map((date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN)) as [
    number,
    number,
  ];
  if (Number.isNaN(end - start)) throw new TypeError(`Dates are written YYYY-MM-DD; these are "${from}" and "${to}".`);
  return Math.round((end - start) / DAY_MS);
}

function isFact(value: unknown): value is Limited | Counted {
  return typeof value === "object" && value !== null && "asOf" in value;
}
