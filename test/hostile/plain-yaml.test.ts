import { isGivenUp } from '../support/plain-yaml.ts';
import { yamlTraps } from './generators.ts';

describe('hostile YAML is given up, or read as the library reads it', function () {
  this.timeout(20_000);

  for (const [name, text] of Object.entries(yamlTraps)) it(name, () => void isGivenUp(text));
});
