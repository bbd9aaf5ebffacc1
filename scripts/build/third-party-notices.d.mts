/** The licences of what is bundled. @param inputs the files of a bundle */
export function thirdPartyNotices(inputs: readonly string[]): Promise<string>;
