export async function benchIssues(_o: { runs: number; pageCap: number }): Promise<void> {}
