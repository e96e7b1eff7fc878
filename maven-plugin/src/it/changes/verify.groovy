import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

def project = new WholeProject(basedir, localRepositoryPath)
def java = 'target/generated-sources/rowloom/com/example/shop/'
def model = 'src/main/rowloom/shop.yaml'
def migration = 'src/main/resources/db/migration/sqlite/001_initial_schema.sql'
def first = project.generated()

// Every mistake of the model is told with its place, and nothing is written.
def valid = project.read(model)
project.edit(model, 'name: text\n', 'name: txt\n')
project.edit(model, 'references: customers}', 'references: custommers}')
def broken = project.generated()
def failure = project.tryMvn('generate-sources')
require(!failure.succeeded(), 'a broken model was accepted')
def errors = failure.errors()
require(errors.contains("""the model cannot be used, nothing was written
$model:9:13: error[unknown-type]: no type named 'txt'
    in customers.columns.name; did you mean 'text'?
$model:13:47: error[unknown-table]: no table named 'custommers'
    in orders.columns.customer_id.references; did you mean 'customers'?
"""), errors)
require(!failure.log().contains('\tat '), 'a stack trace:\n' + failure.log())
requireEqual([], touched(broken, project.generated()))
project.write(model, valid)

// So is a missing model.
def missing = project.tryMvn('generate-sources', '-Drowloom.model=src/main/missing')
require(!missing.succeeded() && missing.errors().contains('''src/main/missing:1:1: error[no-model]: there is no such file or folder
    begin with src/main/missing/app.yaml
    or say with rowloom.model where the model is'''), missing.errors())

// Files that were made to do harm get one message each, and nothing is written.
def hostile = [
        'bomb.yaml': 'types: {a: &a [b, b], c: [*a, *a], d: &d [*a, *a, *a], e: [*d, *d]}\n',
        'deep.yaml': 'types: ' + '{a: ' * 10_000 + '}' * 10_000 + '\n',
        'empty.yaml': '',
        'tab.yaml': 'tables:\n\torders: {}\n',
        'two.yaml': 'types: {A: {enum: [a]}}\n---\ntypes: {B: {enum: [b]}}\n']
hostile.each { name, text -> project.write("src/main/rowloom/$name", text) }
def refused = project.generated()
def refusal = project.tryMvn('generate-sources')
requireEqual(
        ['bomb.yaml:1:12: error[yaml-feature]', 'deep.yaml:1:204: error[nested-too-deeply]', 'empty.yaml:1:1: error[empty-file]',
         'tab.yaml:2:1: error[yaml-syntax]', 'two.yaml:2:1: error[several-documents]'],
        refusal.errors().readLines().findAll { it.startsWith('src/main/rowloom/') }.collect { (it - 'src/main/rowloom/').split(': ')[0..1].join(': ') })
require(!refusal.log().contains('\tat '), 'a stack trace:\n' + refusal.log())
requireEqual([], touched(refused, project.generated()))
hostile.keySet().each { project.delete("src/main/rowloom/$it") }

// The draft follows the model, and a changed table touches its own files alone.
project.edit(model, 'content: text', 'content: text?')
def edited = project.generated()
def run = project.mvn('generate-sources')
requireEqual(
        ['docs/database.md', migration, java + 'NewNote.java', java + 'Note.java', java + 'NoteDao.java', java + 'NotePatch.java',
         java + 'ShopMigrations.java']
                .sort(),
        touched(edited, project.generated()))
require(run.log().contains('7 files written'), run.log())

// A draft that somebody edited is kept; where it differs from the model, that is somebody's decision.
def generated = project.read(migration)
project.edit(migration, '"content" TEXT', '"content" TEXT DEFAULT \'none\'')
def byHand = project.generated()
def differs = project.tryMvn('generate-sources')
require(!differs.succeeded(), 'a draft that differs was accepted')
require(differs.errors().contains("$migration:1:1: error[draft-differs]"), differs.errors())
require(differs.errors().contains('notes is not as the model; still to do: drop the default of column content'), differs.errors())
requireEqual([], touched(byHand, project.generated()))
project.write(migration, generated)

// A table that is gone takes its files with it and nothing else.
project.write(java + 'Mine.java', 'package com.example.shop; class Mine {}\n')
project.edit(model, project.read(model).substring(project.read(model).indexOf('  notes:')), '')
def before = project.generated()
project.mvn('generate-sources')
def after = project.generated()
requireEqual(
        [java + 'NewNote.java', java + 'Note.java', java + 'NoteDao.java', java + 'NotePatch.java'].sort(),
        (before.keySet() - after.keySet()).toList())
require(after.containsKey(java + 'Mine.java'), 'a file of the user was removed')

// A file of the user in the way stays, and nothing is written.
project.write('docs/tables.md', '# My own page\n')
def inTheWay = project.generated()
def foreign = project.tryMvn('generate-sources', '-Drowloom.docs=docs/tables.md')
require(!foreign.succeeded() && foreign.errors().contains('docs/tables.md: error[foreign-file]: '), foreign.errors())
requireEqual([], touched(inTheWay, project.generated()))

// Skipped: nothing is done, but what is there is compiled.
project.delete(java + 'Mine.java')
project.edit(model, 'customers:', 'customers: [')
def skipped = project.mvn('compile', '-Drowloom.skip')
require(skipped.log().contains('rowloom.skip is set'), skipped.log())
require(project.exists('target/classes/com/example/shop/Customer.class'), 'the sources were not compiled')
