import { everyone, listRights, type Right } from '@kontor/wiki';
import formStyles from '#form/form.module.css';
import { groupsOfFirm } from '../server/names.ts';
import { DeedForm } from './deed-form.tsx';
import type { ScreenProps } from './screen-props.ts';
import styles from './settings-view.module.css';

const rights: (Right | 'none')[] = ['none', 'read', 'write', 'manage'];

/** A space's name, and what each group may do in it. */
export async function SettingsView({ reader, loaded }: ScreenProps) {
  const { office, caller, say } = reader;
  const { space } = loaded;
  if (!space) return null;
  const [given, groups] = await Promise.all([
    listRights.perform(office, { space: space.id }, caller),
    groupsOfFirm(office),
  ]);
  const mayOf = (group: string) => given.find((one) => one.group === group)?.may ?? 'none';
  const rows = [{ id: everyone, name: say('settings.everyone') }, ...groups];
  return (
    <div className={styles.settings}>
      <h1 dir="auto">{say('settings.title', { space: space.name })}</h1>
      <DeedForm deed="change-space" fields={{ space: space.id }} className={formStyles.form}>
        <div className={formStyles.field}>
          <label htmlFor="name">{say('settings.name')}</label>
          <input
            id="name"
            className={formStyles.control}
            name="name"
            defaultValue={space.name}
            required
            maxLength={80}
            dir="auto"
          />
        </div>
        <div className={formStyles.field}>
          <label htmlFor="about">{say('settings.about')}</label>
          <input
            id="about"
            className={formStyles.control}
            name="about"
            defaultValue={space.about}
            maxLength={300}
            dir="auto"
          />
        </div>
        <fieldset className={styles.rights}>
          <legend>{say('settings.rights')}</legend>
          <p>{say('settings.rights-hint')}</p>
          {rows.map(({ id, name }) => (
            <div key={id} className={styles.row}>
              <label htmlFor={`right-${id}`}>
                <bdi>{name}</bdi>
              </label>
              <input type="hidden" name={`shown.${id}`} value={mayOf(id)} />
              <select
                id={`right-${id}`}
                name={`right.${id}`}
                className={formStyles.control}
                defaultValue={mayOf(id)}
              >
                {rights.map((may) => (
                  <option key={may} value={may}>
                    {say(`right.${may}`)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
        <button type="submit" className={formStyles.send}>
          {say('do.save')}
        </button>
      </DeedForm>
    </div>
  );
}
