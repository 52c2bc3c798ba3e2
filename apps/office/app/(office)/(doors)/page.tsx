import type { Metadata } from 'next';
import { relativeTime } from '#dates/relative-time.ts';
import { deviceTextsIn } from '#devices/texts/device-texts.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { fill } from '#texts/speak.ts';
import { KeepFresh } from '#today/keep-fresh.tsx';
import { NewMailList } from '#today/new-mail.tsx';
import { QuestionList } from '#today/question-list.tsx';
import { ServerHealth } from '#today/server-health.tsx';
import styles from '#today/today.module.css';
import { todayData } from '#today/today-data.ts';
import { todayWords } from '#today/words/words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: todayWords(await languageHere()).title };
}

/** The first screen after the sign-in: who waits for us, and what is new. */
export default async function TodayPage() {
  const { person, caller } = await currentPerson('/');
  const language = await languageHere();
  const words = todayWords(language);
  const data = await todayData(await getOffice(), caller);
  const moment = { now: data.now, language, timeZone: person.timeZone };
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeZone: person.timeZone,
  }).format(data.now);
  const { questions, totalQuestions, colleagues, now, siteDrafts, health } = data;
  const deviceWords = deviceTextsIn(language);
  return (
    <div className={styles.today}>
      <KeepFresh />
      <h1>{words.title}</h1>
      <p className={styles.quiet}>{day}</p>
      <div className={styles.columns}>
        <section className={styles.part}>
          <h2>{words.questions}</h2>
          <QuestionList
            words={words}
            data={{ questions, totalQuestions, colleagues, now }}
            me={person.id}
            language={language}
            timeZone={person.timeZone}
          />
        </section>
        <div className={styles.side}>
          <section className={styles.part}>
            <h2>{words.mail}</h2>
            <NewMailList mail={data.mail} words={words} moment={moment} />
          </section>
          <section className={styles.part}>
            <h2>{words.pages}</h2>
            {data.pages.length === 0 ? <p className={styles.quiet}>{words.noPages}</p> : null}
            <ul className={styles.rows}>
              {data.pages.map(({ id, title, path, why, at }) => (
                <li key={id}>
                  <a href={path} className={styles.draft} dir="auto">
                    {title}
                  </a>
                  <span className={styles.quiet}>
                    {why === 'aside'
                      ? words.undecided
                      : fill(words.changed, { when: relativeTime(at, data.now, language) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.part}>
            <h2>
              <a href="/devices">{words.devices}</a>
            </h2>
            {data.devices.length === 0 ? <p className={styles.quiet}>{words.noDevices}</p> : null}
            <ul className={styles.rows}>
              {data.devices.map(({ id, name, state }) => (
                <li key={id} className={styles.device}>
                  <bdi>{name}</bdi> <span className={styles.quiet}>{deviceWords.state[state]}</span>
                </li>
              ))}
            </ul>
          </section>
          {siteDrafts.length > 0 ? (
            <section className={styles.part}>
              <h2>{words.site}</h2>
              <p className={styles.quiet}>{words.siteHint}</p>
              <ul className={styles.rows}>
                {siteDrafts.map(({ title, path }) => (
                  <li key={path}>
                    <a href={path} className={styles.draft} dir="auto">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {health ? (
            <section className={styles.part}>
              <h2>{words.health}</h2>
              <ServerHealth health={health} words={words} moment={moment} />
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}
