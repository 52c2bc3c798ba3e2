import styles from '#form/form.module.css';
import type { OfficeTexts } from '#texts/en.ts';

interface LanguageChoiceProps {
  words: OfficeTexts['setUp'];
  languages: { code: string; label: string }[];
  chosen: string[];
  problem: string | undefined;
}

/** The website's languages, each by its own name. */
export function LanguageChoice({ words, languages, chosen, problem }: LanguageChoiceProps) {
  const described = `field-languages-hint${problem ? ' field-languages-problem' : ''}`;
  return (
    <fieldset
      className={`${styles.group} ${styles.field}`}
      id="field-languages"
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend>{words.languages}</legend>
      {problem ? (
        <p id="field-languages-problem" className={styles.problem}>
          {problem}
        </p>
      ) : null}
      <div className={styles.choices}>
        {languages.map(({ code, label }) => (
          <label key={code} className={styles.check} lang={code}>
            <input type="checkbox" name="languages" value={code} defaultChecked={chosen.includes(code)} />
            {label}
          </label>
        ))}
      </div>
      <p id="field-languages-hint" className={styles.hint}>
        {words.languagesHint}
      </p>
    </fieldset>
  );
}
