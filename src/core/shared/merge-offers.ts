import type { Offers } from './offer.ts';

/** Offers of several sources as one, in their order. */
export function mergeOffers(...sources: readonly Offers[]): Offers {
  return {
    list: async () => (await Promise.all(sources.map((source) => source.list()))).flat(),
    watch(listener) {
      const stops = sources.map((source) => source.watch(listener));
      return () => stops.forEach((stop) => stop());
    },
  };
}
