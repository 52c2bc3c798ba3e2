interface Case {
  fullName: string;
  status: string;
}

interface Report {
  testResults: { status: string; assertionResults: Case[] }[];
  numPassedTests: number;
  numFailedTests: number;
}

export function outcomeOf(
  report: Report,
  options: { mayBeSkipped: Record<string, string>; ci: boolean },
): { passed: number; failed: number; skipped: number; lines: string[] };
