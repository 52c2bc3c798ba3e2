import { actionProblems, type ProblemCatalogue } from '@kontor/core';
import { wikiProblems } from '@kontor/wiki';
import { sayProblem } from '#problems/say-problem.ts';
import type { ScreenProps } from './screen-props.ts';
import styles from './wiki-screen.module.css';

/** What became of the deed before: a problem, or something to know. */
export function Notices({ reader, asked }: ScreenProps) {
  const { say, language } = reader;
  const problem = problemOf(asked.problem);
  const said = problem ? sayProblem(problem, language) : null;
  return (
    <>
      {said ? (
        <div className={styles.problem} role="alert">
          <p>{said.title}</p>
          <p>{said.hint}</p>
        </div>
      ) : null}
      {asked.saved ? (
        <p className={styles.notice} role="status">
          {say('settings.saved')}
        </p>
      ) : null}
      {asked.kept ? (
        <p className={styles.careful} role="alert">
          {say('page.kept')}
        </p>
      ) : null}
      {asked.hasHtml ? (
        <p className={styles.notice} role="status">
          {say('markdown.html')}
        </p>
      ) : null}
    </>
  );
}

const catalogues: Record<string, ProblemCatalogue<string>> = { wiki: wikiProblems, action: actionProblems };

function problemOf(code: string | undefined) {
  const [prefix = '', name = ''] = code?.split('.') ?? [];
  const catalogue = Object.hasOwn(catalogues, prefix) ? catalogues[prefix] : undefined;
  return catalogue && Object.hasOwn(catalogue.entries, name) ? catalogue.make(name) : null;
}
