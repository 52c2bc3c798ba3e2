interface Case {
  fullName: string;
  status: string;
  failureMessages?: string[];
}

interface Report {
  testResults: { name?: string; message?: string; status: string; assertionResults: Case[] }[];
  numPassedTests: number;
  numFailedTests: number;
}

export function outcomeOf(
  report: Report,
  options: { mayBeSkipped: Record<string, string>; ci: boolean; absent?: string[] },
): { passed: number; failed: number; skipped: number; lines: string[] };

export function absentSuites(env: Record<string, string | undefined>): string[];

export function skipsOf(
  listed: Record<string, string>,
  host: { isRoot: boolean; hasTun: boolean },
): Record<string, string>;
