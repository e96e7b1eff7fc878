import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

// The first build compiled generated code within a module, without a warning. It runs with everything on the module path.
def project = new WholeProject(basedir, localRepositoryPath)
def output = project.javaModule('com.example.app/com.example.app.Main', ['com/fasterxml/jackson/core/jackson-core'])
requireEqual('''module com.example.app uses module io.rowloom.runtime
[Mark[text=here, at=3, otherProperties={}]]
notes refused it
''', output)
