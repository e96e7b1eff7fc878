package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.BrokerTables;
import io.rowloom.examples.broker.db.NewTeam;
import io.rowloom.examples.broker.db.NewTeamSession;
import io.rowloom.examples.broker.db.Team;
import io.rowloom.examples.broker.db.TeamMember;
import io.rowloom.examples.broker.db.TeamSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams of agents, started and stopped together. */
final class Teams {
    private final BrokerTables tables;
    private final Clock clock;

    Teams(BrokerTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Team define(String teamId, String name, List<TeamMember> members) {
        Instant now = clock.instant();
        return tables.teams()
                .insert(NewTeam.builder()
                        .teamId(teamId)
                        .name(name)
                        .members(members)
                        .createdAt(now)
                        .updatedAt(now)
                        .build());
    }

    /** Begins a run of a team; {@code agent_sessions} tells how each member was started. */
    TeamSession start(Team team) {
        List<TeamMember> members = team.members() == null ? List.of() : team.members();
        String sessions = members.stream()
                .map(member -> "\"" + member.agentId() + "\":{\"config\":\"" + member.configId() + "\"}")
                .collect(Collectors.joining(",", "{", "}"));
        return tables.teamSessions()
                .insert(NewTeamSession.builder()
                        .sessionId(UUID.randomUUID().toString())
                        .teamId(team.teamId())
                        .status(TeamSession.Status.RUNNING)
                        .startedAt(clock.instant())
                        .agentSessions(sessions)
                        .build());
    }

    TeamSession stop(TeamSession session) {
        return tables.teamSessions()
                .update(session.withStatus(TeamSession.Status.STOPPED).withStoppedAt(clock.instant()));
    }
}
